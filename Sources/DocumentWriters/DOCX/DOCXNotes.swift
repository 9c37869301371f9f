import BriefingModel
import Packaging

/// The parts beside the text: footnotes and comments, as the body collected them.
extension DOCXWriter {
  /// Ids from 1, after the two separators of the template.
  func footnotes(of body: DOCXBody) throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_footnotes_xml, name: "docx-footnotes.xml", marks: ["<?jianbao footnotes?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      for (index, text) in body.footnotes.enumerated() {
        try xml.start("w:footnote", ["w:id": "\(index + 1)"])
        try xml.startParagraph("FootnoteText")
        try xml.start("w:r")
        try xml.element("w:footnoteRef")
        try xml.end()
        try xml.run("　" + text)
        try xml.end()
        try xml.end()
      }
    }
  }

  func comments(of body: DOCXBody) throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_comments_xml, name: "docx-comments.xml", marks: ["<?jianbao comments?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      for (index, comment) in body.comments.enumerated() {
        let id = "\(body.firstComment + index)"
        try xml.startAuthored("w:comment", id: id, date: briefing.masthead.date.midnight)
        try xml.startParagraph("CommentText")
        try xml.start("w:r")
        try xml.runStyle("CommentReference")
        try xml.element("w:annotationRef")
        try xml.end()
        try xml.run(comment.text)
        try xml.end()
        try xml.end()
      }
    }
  }
}
