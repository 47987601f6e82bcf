package speedup.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Makes CSV files with one column of random numbers. */
final class NumbersCsv implements Generator {
  static final long STANDARD_COUNT = 1_000_000;
  static final long STANDARD_MAX = 100;
  private static final String HEADER = "number\n";

  @Override
  public Set<String> parameters() {
    return Set.of("count", "seed", "max");
  }

  @Override
  public String generate(Settings settings, Path to, Preparation preparation)
      throws IOException, InterruptedException {
    var numbers = of(settings);
    numbers.write(to, HEADER, preparation);
    return numbers.inWords() + ", in the column \"number\"";
  }

  /** The numbers that were asked for. */
  static GeneratedNumbers of(Settings settings) {
    return GeneratedNumbers.of(settings, STANDARD_COUNT, STANDARD_MAX);
  }

  /** The file of these numbers, made unless it is there already. */
  static CsvFile read(GeneratedNumbers numbers, Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    var file = preparation.cacheFolder().resolve(fileName(numbers));
    if (Files.isRegularFile(file)) {
      try {
        var kept = CsvFile.read(file, settings, preparation);
        if (isMine(kept, numbers)) {
          return kept;
        }
      } catch (InputException e) {
        preparation.progress(0, "making %s again: %s".formatted(fileName(numbers), e.getMessage()));
      }
    }
    numbers.make(file, HEADER, preparation);
    return CsvFile.read(file, settings, preparation);
  }

  static String fileName(GeneratedNumbers numbers) {
    return numbers.fileName().replace(".txt", ".csv");
  }

  /** Whether nobody has changed the file since it was written. */
  private static boolean isMine(CsvFile kept, GeneratedNumbers numbers) {
    var checksum = 0L;
    for (var i = 0L; i < numbers.count(); i++) {
      checksum = CsvSurvey.checksum(checksum, numbers.number(i));
    }
    return kept.rows() == numbers.count() && kept.survey().checksum() == checksum;
  }
}
