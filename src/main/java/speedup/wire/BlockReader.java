package speedup.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/** Puts together the blocks that {@link BlockWriter} writes. Used by one thread. */
final class BlockReader {
  /** Room that is made for a promise; more only when as much has arrived. */
  private static final int FIRST_ROOM = 8 * 1024 * 1024;

  private static final int GROWTH = 4;
  private static final int MAX_RING = 64 * 1024 * 1024;

  private final FrameReader frames;
  private SharedIn shared;

  // the block at hand
  private byte[] block;
  private int at;
  private int length;

  BlockReader(FrameReader frames) {
    this.frames = frames;
  }

  /** The pieces of a block; null when the stream ends before. */
  byte[] read(int newLength) throws IOException {
    length = newLength;
    at = 0;
    block = new byte[Math.min(length, FIRST_ROOM)];
    while (at < length) {
      if (!frames.nextHeader()) {
        return null;
      }
      var arrived =
          switch (frames.type()) {
            case BlockWriter.SHARED_PIECE -> takeShared();
            case BlockWriter.STREAM_PIECE -> takeStreamed(frames.length());
            default ->
                throw new WireException("type " + frames.type() + " in the middle of a block");
          };
      if (!arrived) {
        return null;
      }
    }
    var whole = block;
    block = null;
    return whole;
  }

  private boolean takeShared() throws IOException {
    if (!frames.fill(frames.length())) {
      return false;
    }
    var body = frames.takeBody();
    var position = body.getLong();
    var count = body.getInt();
    if (shared == null) {
      throw new WireException("a piece in shared memory where there is none");
    }
    makeRoom(count);
    shared.take(position, count, block, at);
    at += count;
    return true;
  }

  private boolean takeStreamed(int count) throws IOException {
    makeRoom(count);
    for (var end = at + count; at < end; ) {
      var some = frames.read(block, at, end - at);
      if (some < 0) {
        return false;
      }
      at += some;
    }
    return true;
  }

  private void makeRoom(int piece) throws WireException {
    if (piece <= 0 || piece > Math.min(length - at, FIRST_ROOM)) {
      throw new WireException(
          "a piece of %d bytes where %d are missing".formatted(piece, length - at));
    }
    if (piece > block.length - at) {
      block = Arrays.copyOf(block, (int) Math.min(length, (long) GROWTH * block.length));
    }
  }

  /** The writer offers shared memory. Where it cannot be opened the stream goes on without. */
  void attach(InBuffer offer) throws IOException {
    var capacity = offer.getInt();
    if (shared != null || capacity <= 0 || capacity > MAX_RING) {
      throw new WireException("an offer of %d bytes of shared memory".formatted(capacity));
    }
    var bytes = offer.take(offer.remaining());
    try {
      shared = new SharedIn(Path.of(StandardCharsets.UTF_8.decode(bytes).toString()), capacity);
    } catch (InvalidPathException e) {
      throw new WireException("an offer of shared memory at no path", e);
    } catch (IOException e) {
      shared = null; // never said to be open, so the writer never uses it
    }
  }

  void close() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }
}
