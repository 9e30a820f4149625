class Bag:
    def fill(self, **values):
        self.__dict__.update(values)
        self.__dict__["more"] = 1
        return self
