package speedup.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import speedup.pool.JvmLauncher;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.python.PythonFinder;
import speedup.ui.view.Trials;

/** Starts what is to be tried as a process. */
final class ProcessTrials implements Trials {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  @Override
  public Optional<String> python(String path) {
    return PythonFinder.of(path).unavailable();
  }

  @Override
  public Optional<String> worker(List<String> options) {
    try (var pool =
        ProcessPool.builder()
            .workers(1)
            .launcher(JvmLauncher.ofThisProcess(options))
            .startLimit(LIMIT)
            .crashLimit(1, LIMIT)
            .open()) {
      pool.apply(x -> x + 1, 1, LIMIT);
      return Optional.empty();
    } catch (PoolException e) {
      return Optional.of(why(e));
    } catch (TimeoutException e) {
      return Optional.of(
          "a worker with these options gave no answer within %d s".formatted(LIMIT.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the trial was interrupted; try it again");
    }
  }

  /** What the JVM itself said is about the options; the rest is about the pool. */
  private static String why(PoolException failure) {
    var said =
        failure.circumstances().lastWords().stream()
            .filter(line -> !line.isBlank() && !line.startsWith("Error: ") && !line.startsWith("("))
            .collect(Collectors.joining(" / "));
    return said.isEmpty() ? failure.getMessage() : said;
  }
}
