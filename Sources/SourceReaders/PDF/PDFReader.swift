import BriefingModel
import Programs

/// Reads PDF pages: poppler's `pdftotext` says where each word is printed, this reader what is read after what.
enum PDFReader {
  static func read(_ bytes: [UInt8], source: String, limits: ReadLimits) throws(ReadError) -> Transcript {
    let output: [UInt8]
    do throws(ProgramError) {
      output = try Program("pdftotext").run(
        ["-bbox-layout", "-enc", "UTF-8", "-l", "\(limits.pages + 1)", "-", "-"], input: bytes,
        limits: ProgramLimits(seconds: limits.programSeconds, outputBytes: limits.layoutBytes))
    } catch {
      throw refusal(error)
    }
    return try transcript(layout: output, source: source, limits: limits)
  }

  /// The transcript of what `pdftotext -bbox-layout` printed.
  static func transcript(
    layout: [UInt8], source: String, limits: ReadLimits
  ) throws(ReadError) -> Transcript {
    guard let pages = LayoutScanner.pages(layout), !pages.isEmpty else { throw .damaged(part: "") }
    guard pages.count <= limits.pages else {
      throw .tooLarge(.pages, found: pages.count, limit: limits.pages)
    }
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .document(.scannedPDF) }
    let transcript = LayoutTranscript.transcript(of: pages, source: source)
    guard transcript.lines.count <= limits.lines else {
      throw .tooLarge(.lines, found: transcript.lines.count, limit: limits.lines)
    }
    return transcript
  }

  private static func refusal(_ error: ProgramError) -> ReadError {
    switch error {
    case .notFound: .program("pdftotext", .notInstalled)
    case .timeOver(let seconds): .program("pdftotext", .tookTooLong(seconds: seconds))
    case .outputTooLarge(let limit): .tooLarge(.layout, found: limit + 1, limit: limit)
    case .notStarted: .program("pdftotext", .failed(status: -1))
    case .failed(_, let messages) where messages.contains("Incorrect password"): .document(.encrypted)
    // 1: the file cannot be opened; 3: its author forbids copying.
    case .failed(1, _): .damaged(part: "")
    case .failed(let status, _): .program("pdftotext", .failed(status: Int(status)))
    }
  }
}
