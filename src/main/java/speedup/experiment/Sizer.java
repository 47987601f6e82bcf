package speedup.experiment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import speedup.pool.JobSpec;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.workload.InputException;
import speedup.workload.Settings;
import speedup.workload.Workload;

/**
 * Finds the size that makes a sequential run last about three seconds, by a probe in one worker; a
 * fifteenth of that where Python takes part, which needs tens of times as long for a loop. What was
 * found is kept for the session, so that the same request measures the same work again.
 */
final class Sizer {
  private static final double WISHED_SECONDS = 3;
  private static final double WISHED_SECONDS_WITH_PYTHON = 0.2;
  private static final int LEAST_PROBES = 5;
  private static final int MOST_PROBES = 40;
  private static final double PROBING_SECONDS = 0.5;

  private final InputRoom input;
  private final Map<String, Map<String, String>> found = new ConcurrentHashMap<>();

  Sizer(InputRoom input) {
    this.input = input;
  }

  /** The settings, with those that were left open filled in. */
  Settings size(Workload workload, Settings given, ProcessPool pool, boolean withPython)
      throws InputException, IOException, PoolException, InterruptedException {
    var sizing = workload.sizing();
    if (sizing.isEmpty()
        || sizing.get().parameters().stream().anyMatch(id -> isSet(workload, given, id))) {
      return given;
    }
    var wished = withPython ? WISHED_SECONDS_WITH_PYTHON : WISHED_SECONDS;
    var key = workload.id() + given.asMap() + wished;
    var chosen = found.get(key);
    if (chosen == null) {
      var probe = with(workload, given, sizing.get().probe());
      var seconds =
          probeSeconds(
              new Work(input.prepare(workload, probe, null), workload.limits(probe)), pool);
      chosen = sizing.get().sizeFor(seconds, wished);
      found.put(key, chosen);
    }
    return with(workload, given, chosen);
  }

  private static boolean isSet(Workload workload, Settings given, String id) {
    return workload.parameters().stream()
        .anyMatch(parameter ->
            parameter.id().equals(id) && !given.text(id).equals(parameter.defaultText()));
  }

  private static Settings with(Workload workload, Settings given, Map<String, String> more)
      throws InputException {
    var all = new LinkedHashMap<>(given.asMap());
    all.putAll(more);
    return Settings.of(workload.parameters(), all);
  }

  /** The fastest of several: the first ones run code that is not hot, others are disturbed. */
  private static double probeSeconds(Work work, ProcessPool pool)
      throws PoolException, InterruptedException {
    var stages = work.forPlainLoop();
    var best = Double.MAX_VALUE;
    var spent = 0.0;
    for (var i = 0; i < MOST_PROBES && (i < LEAST_PROBES || spent < PROBING_SECONDS); i++) {
      var output = new AtomicReference<PlainLoop.Output>();
      RunChannel.await(
          pool.submit(
              new JobSpec<>(
                  work.loop(new PlainLoop()),
                  1,
                  _ -> stages,
                  _ -> 1,
                  1,
                  work.retries(1),
                  (_, _, v) -> output.set(v))));
      var seconds = output.get().nanos() / 1e9;
      best = Math.min(best, seconds);
      spent += seconds;
    }
    return best;
  }
}
