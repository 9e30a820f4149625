# only

   # comments

