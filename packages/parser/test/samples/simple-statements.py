pass; a; b = 1;
for x in y: break; continue
