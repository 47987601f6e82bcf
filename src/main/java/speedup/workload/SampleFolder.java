package speedup.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A folder of files that are made as sample input. */
final class SampleFolder {
  private SampleFolder() {}

  /** The files. */
  interface Samples {
    /** How many there are. */
    int count();

    /** What one is called, by its number from 0. */
    String name(int number);

    /** Whether a file that is there already can be this one. */
    boolean fits(int number, Path file) throws IOException;

    /** Writes the content; an interrupt ends it. */
    void write(int number, OutputStream out) throws IOException, InterruptedException;
  }

  /** The names of all files, in order. */
  static List<String> names(Samples samples) {
    return IntStream.range(0, samples.count()).mapToObj(samples::name).toList();
  }

  /**
   * A name with a number that has as many digits as the last one, so that names and numbers have
   * the same order.
   */
  static String name(String kind, int number, int count, String ending) {
    var digits = Integer.toString(count).length();
    return Words.say("%s-%0" + digits + "d.%s", kind, number + 1, ending);
  }

  /**
   * Makes those files that are not in a folder of the cache yet.
   *
   * @throws InputException when the folder cannot be written
   * @throws InterruptedException when the thread was interrupted; no file is half-written
   */
  static void keep(Path folder, Samples samples, Preparation preparation)
      throws InputException, InterruptedException {
    try {
      fill(folder, samples, preparation);
    } catch (IOException e) {
      throw new InputException(
          null,
          ("sample files cannot be written to %s (%s); make room there and make it writable, or"
                  + " give a folder of your own")
              .formatted(Words.file(folder), NumberFile.reason(e)));
    }
  }

  /**
   * Makes a new folder, whole or not at all.
   *
   * @throws InputException when there is something at that place
   * @throws IOException when writing fails; nothing is left
   * @throws InterruptedException when the thread was interrupted; nothing is left
   */
  static void make(Path to, Samples samples, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          null,
          "there is something at %s already; give the name of a folder that is not there yet"
              .formatted(Words.file(to)));
    }
    var parent = to.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    var aside = Files.createTempDirectory(parent, "speedup-");
    try {
      fill(aside, samples, preparation);
      Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(aside)) {
        delete(aside);
      }
    }
  }

  private static void fill(Path folder, Samples samples, Preparation preparation)
      throws IOException, InterruptedException {
    for (var i = 0; i < samples.count(); i++) {
      var number = i;
      var file = folder.resolve(samples.name(i));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!Files.isRegularFile(file) || !samples.fits(i, file)) {
        preparation.progress(
            (double) i / samples.count(), "writing " + Words.file(file.getFileName()));
        Aside.write(file, out -> samples.write(number, out));
      }
    }
    preparation.progress(1, "sample files are there");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
