print("fazhi-audit")
