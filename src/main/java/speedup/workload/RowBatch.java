package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Rows on their way from one database to another.
 *
 * @param number of the batch
 * @param ids of the rows
 * @param texts what is in them
 * @param digests what the transformation computes; zeros before it
 */
record RowBatch(int number, long[] ids, String[] texts, long[] digests) {
  /** Bytes of a row beside those of its text. */
  private static final int ROW_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** How many rows it has. */
  int rows() {
    return ids.length;
  }

  /**
   * What the transformation makes of it: each text without space around it, in capitals, with a
   * digest.
   *
   * @param rounds how often the bits of a digest are mixed: how hard it is
   * @throws InterruptedException when the thread was interrupted
   */
  RowBatch transformed(int rounds) throws InterruptedException {
    var made = new String[rows()];
    var mixed = new long[rows()];
    for (var i = 0; i < made.length; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      made[i] = texts[i].strip().toUpperCase(Locale.ROOT);
      mixed[i] = digest(made[i], rounds);
    }
    return new RowBatch(number, ids, made, mixed);
  }

  private static long digest(String text, int rounds) {
    var digest = (long) text.length();
    for (var i = 0; i < text.length(); i++) {
      digest = SplitMix.mix(digest + text.charAt(i) + SplitMix.GAMMA);
    }
    for (var i = 0; i < rounds; i++) {
      digest = SplitMix.mix(digest + SplitMix.GAMMA);
    }
    return digest;
  }

  /** What a row adds to a checksum, in any order of rows. */
  static long checksum(long id, String text, long digest) {
    return SplitMix.mix(SplitMix.mix(id * SplitMix.GAMMA + text.hashCode()) ^ digest);
  }

  /** As it crosses. */
  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream(64 + rows() * 64);
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(number);
      out.writeInt(rows());
      for (var i = 0; i < rows(); i++) {
        var text = texts[i].getBytes(UTF_8);
        out.writeLong(ids[i]);
        out.writeLong(digests[i]);
        out.writeInt(text.length);
        out.write(text);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory refuses nothing", e);
    }
    return bytes.toByteArray();
  }

  /** The number of a batch that has crossed. */
  static int number(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt();
  }

  /** A batch that has crossed. */
  static RowBatch fromBytes(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var number = in.readInt();
      var rows = in.readInt();
      if (rows < 0 || rows > bytes.length / ROW_BYTES) {
        throw new IOException("a batch of %d rows in %d bytes".formatted(rows, bytes.length));
      }
      var batch = new RowBatch(number, new long[rows], new String[rows], new long[rows]);
      for (var i = 0; i < rows; i++) {
        batch.ids[i] = in.readLong();
        batch.digests[i] = in.readLong();
        batch.texts[i] = new String(in.readNBytes(in.readInt()), UTF_8);
      }
      return batch;
    }
  }
}
