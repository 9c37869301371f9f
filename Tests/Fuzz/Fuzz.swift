import Foundation
import Outliner
import Packaging
import SourceReaders

/// libFuzzer's entry. `FUZZ` names what is fed: text, html, docx, odt (as parts of sound archives, which noise would
/// never form) or outline.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let source = try? wrapped(bytes), let format = ReadFormat(rawValue: fed == "outline" ? "text" : fed)
  else {
    return 0
  }
  guard let transcript = try? read(source, source: "fuzz", options: ReadOptions(format: format)) else {
    return 0
  }
  for line in transcript.lines { precondition(line.bytes.upperBound <= transcript.bytes.count) }
  if fed == "outline" { _ = outliner.outline(transcript) }
  return 0
}

/// The program's entry under the name that SwiftPM gives it: with two sanitizers libFuzzer's own entry is not linked.
@_cdecl("jianbao_fuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

private let fed = ProcessInfo.processInfo.environment["FUZZ"] ?? "text"
private let outliner = Outliner()

private func wrapped(_ bytes: [UInt8]) throws -> [UInt8] {
  if fed == "docx" {
    var zip = ZIPWriter()
    try zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    try zip.add("word/document.xml", bytes)
    return try zip.finish()
  }
  guard fed == "odt" else { return bytes }
  var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
  try zip.add("content.xml", bytes)
  return try zip.finish()
}
