/// Spreads a hash over all values (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
func spread(_ value: UInt64) -> UInt64 {
  var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
  return value ^ (value >> 31)
}
