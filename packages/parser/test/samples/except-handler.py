try: pass
except A if b else c as d: pass
except B.c(): pass
