package speedup.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Small tasks to start one's own from. */
enum Template {
  PRIMES,
  SUM,
  WORD_LENGTH,
  SLEEP;

  /** As it is chosen, such as {@code word-length}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Template::id).toList();
  }

  static Template of(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** The source. */
  MemoryCompiler.Source source() {
    var name = "my-code/" + id() + ".txt";
    try (var in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new MemoryCompiler.Source(
          "Task.java", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
