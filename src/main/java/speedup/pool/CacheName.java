package speedup.pool;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The name of the start cache that fits a launcher. The JVM takes a cache without a look at what
 * has become of the class path, so the name tells: it is a sum over the contents of all jars in
 * their order, the Java that runs, and the flags. Costs a small part of a worker's start: of each
 * jar only its table of entries is read, which holds a sum of every class.
 */
final class CacheName {
  /** Ends a jar: how long its table is. A comment of up to 64 KiB may follow. */
  private static final int END = 0x06054b50;

  private static final int END_LENGTH = 22;
  private static final int TABLE_LENGTH_AT = 12;
  private static final int MOST_TAIL = END_LENGTH + 0xffff;

  private final CRC32C sum = new CRC32C();

  private CacheName() {}

  /**
   * Where the cache of a launcher is or would be: beside the first jar of the class path.
   *
   * @throws IOException when there can be none; the message says why
   */
  static Path of(JvmLauncher launcher) throws IOException {
    var name = new CacheName();
    for (var property : List.of("java.vm.version", "java.vm.vendor", "os.arch")) {
      name.add(System.getProperty(property));
    }
    JvmLauncher.BASE_FLAGS.forEach(name::add);
    launcher.jvmFlags().forEach(name::add);
    name.add(launcher.mainClass());
    File first = null;
    for (var entry : launcher.classPath().split(File.pathSeparator, -1)) {
      var jar = new File(entry);
      if (!jar.isFile()) {
        throw new IOException(
            "\"%s\" on the class path is no jar; Java can cache only classes in jars"
                .formatted(entry));
      }
      first = first == null ? jar.getAbsoluteFile() : first;
      name.addJar(jar);
    }
    var sum = HexFormat.of().toHexDigits((int) name.sum.getValue());
    return first.toPath().resolveSibling(first.getName() + "-" + sum + ".aot");
  }

  private void add(String text) {
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
  }

  private void addJar(File jar) throws IOException {
    try (var file = new RandomAccessFile(jar, "r")) {
      var length = file.length();
      var tail = read(file, length - Math.min(length, MOST_TAIL), length);
      var end = tail.limit() - END_LENGTH;
      while (end >= 0 && tail.getInt(end) != END) {
        end--;
      }
      if (end < 0) {
        throw new IOException("\"%s\" is no jar".formatted(jar));
      }
      var tableEnd = length - tail.limit() + end;
      var tableLength = Integer.toUnsignedLong(tail.getInt(end + TABLE_LENGTH_AT));
      if (tableLength > Math.min(tableEnd, Integer.MAX_VALUE)) {
        throw new IOException("\"%s\" is too large or damaged".formatted(jar));
      }
      sum.update(read(file, tableEnd - tableLength, tableEnd));
      add(Long.toString(length));
    }
  }

  private static ByteBuffer read(RandomAccessFile file, long from, long to) throws IOException {
    var bytes = new byte[(int) (to - from)];
    file.seek(from);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
