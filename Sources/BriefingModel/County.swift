/// A county-level unit: a county, county-level city, district, banner, or a zone from the user's own list.
///
///     County(name: "邹城市", short: "邹城", code: "370883", prefecture: "济宁市", province: "山东省")
public struct County: Equatable, Hashable, Sendable, Codable {
  /// Full official name.
  public var name: String
  /// Name without its kind (市, 县, 区 …); one-character stems keep it (景县).
  public var short: String
  /// Six digits of GB/T 2260, or `nil` for a zone that the standard does not list (高新区).
  public var code: String?
  /// Prefecture-level unit, or `nil` where a county stands directly under its province.
  public var prefecture: String?
  public var province: String?

  public init(name: String, short: String, code: String?, prefecture: String?, province: String?) {
    self.name = name
    self.short = short
    self.code = code
    self.prefecture = prefecture
    self.province = province
  }
}
