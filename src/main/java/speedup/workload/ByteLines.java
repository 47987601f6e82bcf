package speedup.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Lines of a stream, as bytes. A line may be of any length: only its beginning is kept, so that no
 * file can fill the memory. Ends of lines are LF, CR LF or CR. For one thread.
 */
final class ByteLines {
  /** This many bytes of a line are kept. */
  static final int KEPT = 4096;

  private static final int BLOCK = 1 << 16;
  private static final int BLOCKS_BETWEEN_REPORTS = 16;

  private final InputStream in;
  private final LongConsumer onProgress;
  private final byte[] block = new byte[BLOCK];
  private final byte[] line = new byte[KEPT];
  private int position;
  private int limit;
  private long blocks;
  private long bytesRead;
  private int length;
  private boolean cut;
  private boolean afterCarriageReturn;
  private long number;

  /**
   * Reads from a stream, which the caller closes.
   *
   * @param onProgress told every megabyte how many bytes were read
   */
  ByteLines(InputStream in, LongConsumer onProgress) {
    this.in = in;
    this.onProgress = onProgress;
  }

  /**
   * Goes to the next line; false after the last.
   *
   * @throws InterruptedException when the thread was interrupted; looked at for every block read
   */
  boolean next() throws IOException, InterruptedException {
    length = 0;
    cut = false;
    var any = false;
    while (position < limit || fill()) {
      var next = block[position++];
      if (next == '\n' && afterCarriageReturn) {
        afterCarriageReturn = false;
        continue;
      }
      afterCarriageReturn = next == '\r';
      any = true;
      if (next == '\n' || next == '\r') {
        break;
      }
      if (length < KEPT) {
        line[length++] = next;
      } else {
        cut = true;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  private boolean fill() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (blocks++ % BLOCKS_BETWEEN_REPORTS == 0) {
      onProgress.accept(bytesRead);
    }
    position = 0;
    limit = Math.max(0, in.read(block));
    bytesRead += limit;
    return limit > 0;
  }

  /** The number of this line, counted from 1. */
  long number() {
    return number;
  }

  /** The kept bytes of this line, without its end. */
  byte[] bytes() {
    return Arrays.copyOf(line, length);
  }

  /** How many bytes of this line were kept. */
  int length() {
    return length;
  }

  /** The byte of this line at an index below {@link #length()}. */
  byte at(int index) {
    return line[index];
  }

  /** Whether the line is longer than what was kept. */
  boolean isCut() {
    return cut;
  }
}
