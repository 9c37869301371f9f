import BriefingModel
import Programs

/// Reads Word 97–2003 and WPS documents: LibreOffice, where it is installed, turns them into DOCX in a folder and
/// with a profile of its own.
enum WordReader {
  static func read(_ bytes: [UInt8], source: String, options: ReadOptions) throws(ReadError) -> Transcript {
    guard let converted = try docx(bytes, limits: options.limits) else { throw .damaged(part: "") }
    return try DOCXReader.read(converted, source: source, options: options)
  }

  private static func docx(_ bytes: [UInt8], limits: ReadLimits) throws(ReadError) -> [UInt8]? {
    let soffice = Program("soffice")
    guard soffice.path != nil else { throw .program("soffice", .notInstalled) }
    do throws(ProgramError) {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try folder.write(bytes, to: "source.doc")
      _ = try soffice.run(
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
          "--convert-to", "docx", "--outdir", folder.path, "\(folder.path)/source.doc",
        ], input: [], variables: ["HOME": folder.path],
        limits: ProgramLimits(seconds: limits.programSeconds, outputBytes: 1 << 20))
      return folder.read("source.docx", limit: limits.bytes)
    } catch {
      throw refusal(error)
    }
  }

  private static func refusal(_ error: ProgramError) -> ReadError {
    switch error {
    case .notFound: .program("soffice", .notInstalled)
    case .timeOver(let seconds): .program("soffice", .tookTooLong(seconds: seconds))
    case .outputTooLarge, .notStarted: .program("soffice", .failed(status: -1))
    case .failed(let status, _): .program("soffice", .failed(status: Int(status)))
    }
  }
}
