import Foundation
import Testing

@Suite struct PDFInputTests {
  private static let page = Tool.root.appending(path: "Fixtures/pages/three-columns/page.pdf")
    .path(percentEncoded: false)
  private static let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

  @Test func saysHowToInstallPopplerWhereItIsMissing() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", Self.page], in: folder, variables: ["PATH": folder.path("")])
      #expect(run.status == 3)
      #expect(run.messages.contains("apt-get install poppler-utils"))
    }
  }

  @Test(.enabled(if: hasPoppler, "pdftotext is not installed"))
  func outlinesANewspaperPage() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", Self.page], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output.contains("滩羊补贴去哪儿了？"))
    }
  }

  @Test(.enabled(if: hasPoppler, "pdftotext is not installed"))
  func namesOCRForAScannedPage() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", Tool.hostile("document-scanned.pdf")], in: folder)
      #expect(run.status == 3)
      #expect(run.messages.contains("ocrmypdf"))
    }
  }
}
