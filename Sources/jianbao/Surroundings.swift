import BriefingModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The clock and the environment. No other target looks at either.
enum Surroundings {
  /// Closed standard descriptors are taken by something that answers as if they were closed: else the next file that
  /// the program opens would get the number, be read as input or be written over by messages.
  static func holdStandardDescriptors() {
    for (descriptor, other) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one, for those below it are taken.
      _ = open("/dev/null", other)
    }
  }

  /// A limit on the size of files is an error of the write, not the end of the program.
  static func keepRunningAtFileLimits() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Today where the user is.
  static func today() -> CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// Seconds on a clock that only runs forward.
  static func uptime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  static func endProcess(_ status: Int32) -> Never {
    exit(status)
  }

  /// What the system calls an error, in Chinese for those a user meets.
  static func words(for error: SystemError) -> String {
    switch error.number {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有权限"
    case EAGAIN: "暂时没有内容可读"
    case EBADF: "没有接上（已关闭）"
    case EISDIR: "这是文件夹，不是文件"
    case ENXIO: "这是管道或套接字，没有程序往里写内容"
    case EEXIST: "已经有同名的文件"
    case ETXTBSY: "这是数据库文件，或与它成对的文件，不会改写"
    case ENOTDIR: "路径中有一段是文件，不是文件夹"
    case ENOSPC, EDQUOT: "磁盘已满"
    case EFBIG: "文件大小受到限制"
    case EROFS: "磁盘是只读的"
    case ENAMETOOLONG: "名称太长"
    case ELOOP: "链接互相指向，没有尽头"
    case EMFILE, ENFILE: "打开的文件太多"
    case EIO: "磁盘读写出错"
    case EPIPE: "接收输出的程序已经结束"
    default: "系统错误 \(error.number)"
    }
  }
}
