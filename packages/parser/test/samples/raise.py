raise
raise a
raise a from b
