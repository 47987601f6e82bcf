package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Makes files of random numbers.
 *
 * @param standardCount how many where no number was set
 * @param standardMax the largest number where none was set
 */
record NumberGenerator(long standardCount, long standardMax) implements Generator {
  @Override
  public Set<String> parameters() {
    return Set.of("count", "seed", "max");
  }

  @Override
  public String generate(Settings settings, Path to, Preparation preparation)
      throws IOException, InterruptedException {
    var numbers = GeneratedNumbers.of(settings, standardCount, standardMax);
    numbers.write(to, preparation);
    return numbers.inWords();
  }
}
