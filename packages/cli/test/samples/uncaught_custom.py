class QuotaExceeded(Exception):
    def __init__(self, used, allowed):
        super().__init__(used, allowed)
        self.used = used
        self.allowed = allowed

    def __str__(self):
        return f"{self.used} of {self.allowed} used"


print("before")
raise QuotaExceeded(12, 10)
