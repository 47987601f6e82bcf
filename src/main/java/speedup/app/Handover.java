package speedup.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What two starts of the program say to each other: a file to open, or none, and the answer. */
final class Handover {
  /** Longer than the path of any file. */
  static final int MOST_BYTES = 32 * 1024;

  private static final String GREETING = "speedup-window 1\n";
  private static final String TAKEN = "taken\n";
  private static final String REFUSED = "refused\n";

  private Handover() {}

  /** Asks the other to open it; whether it does. */
  static boolean ask(SocketChannel other, Optional<Path> file) throws IOException {
    write(other, GREETING + file.map(Path::toString).orElse(""));
    other.shutdownOutput();
    return read(other).equals(TAKEN);
  }

  /** Reads what the other asks for, and answers. */
  static Optional<Path> answer(ByteChannel other) throws IOException {
    try {
      var file = file(read(other));
      write(other, TAKEN);
      return file;
    } catch (IOException e) {
      write(other, REFUSED);
      throw e;
    }
  }

  private static Optional<Path> file(String message) throws IOException {
    if (!message.startsWith(GREETING)) {
      throw new IOException("this was no start of the program");
    }
    var name = message.substring(GREETING.length());
    try {
      if (name.isEmpty()) {
        return Optional.empty();
      }
      var file = Path.of(name);
      if (!file.isAbsolute()) {
        throw new IOException("not a whole path");
      }
      return Optional.of(file);
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }

  private static void write(ByteChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String read(ByteChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(MOST_BYTES);
    while (channel.read(bytes) >= 0) {
      if (!bytes.hasRemaining()) {
        throw new IOException("the message is too long");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("the message is no text", e);
    }
  }
}
