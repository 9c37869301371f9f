import SourceReaders

extension ReadError {
  /// What is wrong, where, and what to do next.
  var message: String {
    switch self {
    case .empty: "文件是空的，没有内容可读。请检查是否存盘完整。"
    case .tooLarge(let what, let found, let limit): what.message(found: found, limit: limit)
    case .document(let kind): kind.message
    case .binary(let offset):
      "不是文本文件（第 \(offset + 1) 字节是控制字符）。请换成纯文本、网页、docx、odt 文件。"
    case .undecodable(let offset, let line):
      "第\(line)行（第 \(offset + 1) 字节）起读不出文字：既不是 UTF-8、UTF-16，也不是 GB18030（GBK）编码。"
        + "请另存为 UTF-8；知道编码的，用 --encoding 指定。"
    case .damaged(""): "文件已损坏或不完整，打不开。请重新复制或下载，或用原来的软件打开后另存。"
    case .damaged(let part): "文件已损坏：其中的 \(shown(part)) 缺失或读不出。请用原来的软件打开后另存。"
    case .noText: "文件里没有文字（可能只有图片）。请换成带文字的文件，或先识别图片中的文字。"
    case .program(let name, let fault): fault.message(program: name)
    }
  }
}

extension Measured {
  fileprivate func message(found: Int, limit: Int) -> String {
    switch self {
    case .file: "文件太大（至少 \(found >> 20) MB，上限 \(limit >> 20) MB）。请拆成几个文件。"
    case .archive:
      "文件解压后太大（至少 \(found >> 20) MB，上限 \(limit >> 20) MB），可能是恶意文件。来源可靠的，请拆成几个文件。"
    case .ratio: "文件解压后膨胀 \(found) 倍以上（上限 \(limit) 倍），可能是恶意文件。来源可靠的，请另存为 .txt。"
    case .entries: "文件里的部件太多（\(found) 个，上限 \(limit) 个）。请用原来的软件另存为 .txt。"
    case .depth: "文件里的内容嵌套太深（\(found) 层以上，上限 \(limit) 层）。请用原来的软件另存为 .txt。"
    case .pages: "页数太多（\(found) 页以上，上限 \(limit) 页）。请拆成几个文件。"
    case .layout: "PDF 里的文字太多（至少 \(found >> 20) MB，上限 \(limit >> 20) MB）。请拆成几个文件。"
    case .lines: "行数太多（\(found) 行以上，上限 \(limit) 行）。请拆成几个文件。"
    }
  }
}

extension DocumentKind {
  fileprivate var message: String {
    switch self {
    case .scannedPDF:
      "这是扫描的 PDF，里面只有图片，没有文字。"
        + "请先识别文字（OCR），例如：ocrmypdf -l chi_sim 原文.pdf 识别后.pdf"
    case .compound: "这是旧版 Office 文档（doc、wps、xls 等）。请用 Word、WPS 或 LibreOffice 打开，另存为 .docx。"
    case .rtf: "这是 RTF 文档。请用 Word、WPS 或 LibreOffice 打开，另存为 .docx。"
    case .spreadsheet: "这是电子表格。请把文字复制到文本文件或 .docx 里。"
    case .presentation: "这是演示文稿。请把文字复制到文本文件或 .docx 里。"
    case .ofd: "这是 OFD 版式文件。请用阅读器打开，另存为 .txt 或 PDF。"
    case .image: "这是图片。请先用文字识别（OCR）软件转成文字。"
    case .encrypted: "文件加了密码。请用原来的软件打开，取消密码后另存。"
    case .archive: "这是压缩包，不是文档。请解压后再读。"
    }
  }
}

extension ProgramFault {
  fileprivate func message(program: String) -> String {
    switch self {
    case .notInstalled where program == "pdftotext":
      "读 PDF 要用 pdftotext，这台电脑上没有。请安装：apt-get install poppler-utils"
    case .notInstalled where program == "soffice":
      "读旧版 Word、WPS 文档要用 LibreOffice，这台电脑上没有。"
        + "请安装：apt-get install libreoffice-writer-nogui；或用 Word、WPS 打开，另存为 .docx。"
    case .notInstalled: "读这种文件要用 \(program)，这台电脑上没有。请安装它，或用 Word、WPS 打开，另存为 .docx。"
    case .tookTooLong(let seconds): "\(program) 用了 \(seconds) 秒还没有完成，已经停止。请另存为 .docx 或 .txt。"
    case .failed(let status): "\(program) 没有成功（退出码 \(status)），文件可能已损坏。请另存为 .docx 或 .txt。"
    }
  }
}
