package speedup.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import speedup.wire.FrameWriter;
import speedup.wire.Message.Line;

/** Turns what a task prints into messages, line by line. */
final class LineCapture extends OutputStream {
  private static final int MAX_LINE = 8 * 1024;

  /** Of lines that come faster, the last ones may be lost with the process. */
  private static final long GATHER_NANOS = 1_000_000;

  private final FrameWriter frames;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(); // guarded by this
  private long lastFlush = System.nanoTime() - GATHER_NANOS; // guarded by this

  LineCapture(FrameWriter frames) {
    this.frames = frames;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    if (b == '\n' || line.size() >= MAX_LINE) {
      send();
    }
    if (b != '\n' && b != '\r') {
      line.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    for (var i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  /** Sends a last line that was not ended. */
  synchronized void sendRest() throws IOException {
    if (line.size() > 0) {
      send();
    }
  }

  private void send() throws IOException {
    var now = System.nanoTime();
    frames.add(new Line(now, line.toString(StandardCharsets.UTF_8)));
    line.reset();
    if (now - lastFlush > GATHER_NANOS) { // should the task take this process with it
      frames.flush();
      lastFlush = now;
    }
  }
}
