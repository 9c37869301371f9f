import Foundation

/// Random numbers that come out the same for the same seed (SplitMix64), so that what they break can be repeated.
public struct Noise: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// `NOISE_SEED=…` of the environment, or the same number every day.
  public static let seed: UInt64 =
    ProcessInfo.processInfo.environment["NOISE_SEED"].flatMap(UInt64.init) ?? 20_261_123

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
