package speedup.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of random numbers, one a line, the same for the same values.
 *
 * @param count how many numbers
 * @param seed where the random sequence begins
 * @param max the largest; the smallest is 1
 */
record GeneratedNumbers(long count, long seed, long max) {
  private static final int NUMBERS_BETWEEN_CHECKS = 1 << 14;

  static GeneratedNumbers of(Settings settings, long standardCount, long standardMax) {
    return new GeneratedNumbers(
        settings.optionalWhole("count").orElse(standardCount),
        settings.whole("seed"),
        settings.optionalWhole("max").orElse(standardMax));
  }

  /** What they are. */
  String inWords() {
    return Words.say(
        "%s from 1 to %,d with seed %d", Words.count(count, "number", "numbers"), max, seed);
  }

  /** The name of the file in the cache folder. */
  String fileName() {
    return Words.say("numbers-%d-seed-%d-max-%d.txt", count, seed, max);
  }

  /**
   * Makes the file, unless it is there already, and reads it.
   *
   * @throws InputException when the folder cannot be written
   * @throws InterruptedException when the thread was interrupted; nothing half-written is left
   */
  NumberFile read(NumberFile.Limits limits, Preparation preparation)
      throws InputException, InterruptedException {
    var file = preparation.cacheFolder().resolve(fileName());
    if (Files.isRegularFile(file)) {
      try {
        var kept = NumberFile.read(file, true, limits, preparation);
        if (isMine(kept)) {
          return kept;
        }
      } catch (InputException e) {
        preparation.progress(0, "making %s again: %s".formatted(fileName(), e.getMessage()));
      }
    }
    make(file, "", preparation);
    return NumberFile.read(file, true, limits, preparation);
  }

  /**
   * Writes them into the cache folder.
   *
   * @throws InputException when the folder cannot be written
   */
  void make(Path file, String header, Preparation preparation)
      throws InputException, InterruptedException {
    try {
      write(file, header, preparation);
    } catch (IOException e) {
      throw new InputException(
          null,
          ("numbers cannot be written to %s (%s); make room there and make it writable,"
                  + " or give a file")
              .formatted(Words.file(file.getParent()), NumberFile.reason(e)));
    }
  }

  /** Whether nobody has changed the file since it was written. */
  private boolean isMine(NumberFile kept) {
    var numbers = kept.numbers();
    if (numbers.size() != count) {
      return false;
    }
    for (var i = 0; i < count; i++) {
      if (numbers.get(i) != number(i)) {
        return false;
      }
    }
    return true;
  }

  /** Writes them in the place of what is there. */
  void write(Path file, Preparation preparation) throws IOException, InterruptedException {
    write(file, "", preparation);
  }

  /**
   * Writes them in the place of what is there.
   *
   * @param header what comes before the first, its end of line included
   */
  void write(Path file, String header, Preparation preparation)
      throws IOException, InterruptedException {
    var detail = "writing " + Words.file(file.getFileName());
    Aside.write(
        file,
        out -> {
          out.write(header.getBytes(StandardCharsets.UTF_8));
          for (var i = 0L; i < count; i++) {
            if (i % NUMBERS_BETWEEN_CHECKS == 0) {
              if (Thread.interrupted()) {
                throw new InterruptedException();
              }
              preparation.progress((double) i / count, detail);
            }
            var number = Long.toString(number(i));
            out.write(number.getBytes(StandardCharsets.ISO_8859_1));
            out.write('\n');
          }
        });
    preparation.progress(1, detail);
  }

  /** The number at a position. */
  long number(long position) {
    return SplitMix.number(seed, position, max);
  }
}
