import BriefingModel

/// Arithmetic without rounding: `nil` where 18 digits do not hold the result.
extension ExactNumber {
  static let zero = ExactNumber(digits: 0)
  static let one = ExactNumber(digits: 1)
  /// Half of anything counted: 半个月.
  static let half = ExactNumber(digits: 5, exponent: -1)

  /// The number times 10^`power`: 18.5 and 4 make 185000.
  func scaled(by power: Int) -> ExactNumber { ExactNumber(digits: digits, exponent: exponent + power) }

  func adding(_ other: ExactNumber) -> ExactNumber? {
    let lower = min(exponent, other.exponent)
    guard let a = lowered(to: lower), let b = other.lowered(to: lower) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactNumber(digits: sum, exponent: lower)
  }

  func times(_ other: ExactNumber) -> ExactNumber? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : ExactNumber(digits: product, exponent: exponent + other.exponent)
  }

  /// The quotient where it ends (1/5, 5/16), `nil` for thirds and their like.
  func divided(by other: ExactNumber) -> ExactNumber? {
    guard other.digits != 0 else { return nil }
    var dividend = digits
    var power = exponent - other.exponent
    while !dividend.isMultiple(of: other.digits) {
      let (next, overflow) = dividend.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      dividend = next
      power -= 1
    }
    return ExactNumber(digits: dividend / other.digits, exponent: power)
  }

  var negated: ExactNumber { ExactNumber(digits: -digits, exponent: exponent) }

  /// What 多 may add: one of the last place that is not zero (3000多 is less than 4000).
  var nextRound: ExactNumber? { adding(ExactNumber(digits: 1, exponent: exponent)) }

  /// A whole number of a few digits, for dates.
  var small: Int? {
    guard let plain = lowered(to: 0), exponent >= 0, plain >= 0, plain < 10_000 else { return nil }
    return Int(plain)
  }

  func isLess(than other: ExactNumber) -> Bool {
    guard let difference = adding(other.negated) else { return exponent < other.exponent }
    return difference.digits < 0
  }

  /// The digits at a lower exponent.
  private func lowered(to power: Int) -> Int64? {
    guard digits != 0 else { return 0 }
    guard exponent >= power, exponent - power <= 18 else { return nil }
    var result = digits
    for _ in power..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}
