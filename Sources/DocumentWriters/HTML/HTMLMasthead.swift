import BriefingModel
import Packaging

extension HTMLBody {
  /// Name, issue, office and date above the red rule: practice of briefings, no standard.
  func writeMasthead(to xml: inout XMLWriter) throws(PackagingError) {
    let masthead = briefing.masthead
    try xml.start("header", ["class": "masthead"])
    try xml.text("\n")
    if let classification = masthead.classification {
      try xml.html("p", ["class": "classification"], text: classification)
      try xml.text("\n")
    }
    try xml.html("p", ["class": Self.mastheadStyle(of: masthead.name)], text: masthead.name)
    try xml.text("\n")
    if let issue = Wording.issue(masthead) {
      try xml.html("p", ["class": "issue"], text: issue)
      try xml.text("\n")
    }
    try writeSpread(masthead.office ?? "", Wording.date(masthead.date), to: &xml)
    try xml.endBlock()
  }

  /// The largest size at which the name stands on one line.
  private static func mastheadStyle(of name: String) -> String {
    switch name.count {
    case ...5: "name"
    case ...10: "name long"
    default: "name longer"
    }
  }

  /// Recipients, staff and copies between rules (GB/T 9704-2012 7.4).
  func writeColophon(to xml: inout XMLWriter) throws(PackagingError) {
    let colophon = briefing.colophon
    let recipients = Wording.recipients(colophon)
    let staff = Wording.staff(colophon)
    let copies = Wording.copies(colophon)
    if recipients.isEmpty, staff == nil, copies == nil { return }
    try xml.start("footer", ["class": "colophon"])
    try xml.text("\n")
    for line in recipients {
      try xml.html("p", text: line)
      try xml.text("\n")
    }
    if staff != nil || copies != nil { try writeSpread(staff ?? "", copies ?? "", to: &xml) }
    try xml.endBlock()
  }

  /// One text at the left, one at the right.
  private func writeSpread(
    _ left: String, _ right: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("p", ["class": "spread"])
    try xml.html("span", text: left)
    try xml.text(" ")
    try xml.html("span", text: right)
    try xml.endBlock()
  }
}
