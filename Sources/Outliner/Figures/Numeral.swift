/// Chinese numerals and the marks that go with them.
///
///     两 → 2   万 → 10⁴   余 → more than
enum Numeral {
  /// 〇 … 九, 两; the financial forms 壹 … 玖 count only beside their like.
  @inline(__always)
  static func digit(_ c: UInt32) -> Int64? {
    switch c {
    case 0x3007, 0x96F6: 0  // 〇零
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2  // 二两
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  static func financial(_ c: UInt32) -> Int64? {
    switch c {
    case 0x58F9: 1
    case 0x8D30: 2
    case 0x53C1: 3
    case 0x8086: 4
    case 0x4F0D: 5
    case 0x9646: 6
    case 0x67D2: 7
    case 0x634C: 8
    case 0x7396: 9
    default: nil
    }
  }

  /// Powers of ten: 十百千万亿 and 拾佰仟.
  @inline(__always)
  static func power(_ c: UInt32) -> Int? {
    switch c {
    case 0x5341, 0x62FE: 1
    case 0x767E, 0x4F70: 2
    case 0x5343, 0x4EDF: 3
    case 0x4E07: 4
    case 0x4EBF: 8
    default: nil
    }
  }

  static func isFinancial(_ c: UInt32) -> Bool {
    financial(c) != nil || [0x62FE, 0x4F70, 0x4EDF].contains(c)
  }

  @inline(__always)
  static func arabic(_ c: UInt32) -> Int64? {
    switch c {
    case 0x30...0x39: Int64(c - 0x30)
    case 0xFF10...0xFF19: Int64(c - 0xFF10)
    default: nil
    }
  }

  /// 一 … 九, 十, 两 without 〇: what a name may count with.
  static func isCount(_ c: UInt32) -> Bool { c == 0x5341 || (digit(c) ?? 0) > 0 }

  /// — – - ～ ~ 至 到: between the ends of a range.
  static func isRangeMark(_ c: UInt32) -> Bool {
    switch c {
    case 0x2014, 0x2013, 0x2D, 0xFF0D, 0x2012, 0x2015, 0xFF5E, 0x7E, 0x301C, 0x81F3, 0x5230: true
    default: false
    }
  }

  static let more: UInt32 = 0x591A  // 多
  static let rest: UInt32 = 0x4F59  // 余
  static let about: UInt32 = 0x6765  // 来
  static let few: UInt32 = 0x51E0  // 几
  static let several: UInt32 = 0x6570  // 数
  static let half: UInt32 = 0x534A  // 半
  static let point: UInt32 = 0x70B9  // 点
  static let ordinal: UInt32 = 0x7B2C  // 第
  static let measureWord: UInt32 = 0x4E2A  // 个
}
