package speedup.ipc;

import java.time.Duration;
import java.util.concurrent.Callable;
import speedup.bench.Figure;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskAction;

/** Another process, a worker of a pool, that does its part while this process does its own. */
final class Partner implements AutoCloseable {
  private static final int WARM_UPS = 5;
  private static final int ROUNDS = 5;
  private static final int TRIPS = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ProcessPool pool = ProcessPool.builder().workers(1).admit("speedup.").open();
  private final ProcessBarrier meet = new ProcessBarrier(2);

  /** Median seconds that this process takes with nobody beside it. */
  static double alone(TaskAction mine) throws Exception {
    return median(() -> timed(mine));
  }

  /** Median seconds from when both are there until both have done their part. */
  double together(TaskAction its, TaskAction mine) throws Exception {
    return median(() -> between(its, () -> timed(() -> thenMeet(meet, mine))));
  }

  /**
   * Median microseconds of one trip there and back.
   *
   * @param answer what the partner does for each trip
   */
  double trip(TaskAction answer, TaskAction trip) throws Exception {
    TaskAction answers =
        () -> {
          for (var i = 0; i < TRIPS; i++) {
            answer.run();
          }
        };
    return median(() -> between(answers, () -> medianTrip(trip)));
  }

  /** Does a measurement while the partner does its part. */
  private double between(TaskAction its, Callable<Double> measurement) throws Exception {
    var barrier = meet; // sent; this object is not
    var done =
        pool.applyAsync(
            part -> {
              barrier.await(LIMIT);
              thenMeet(barrier, part);
              return true;
            },
            its);
    meet.await(LIMIT);
    var value = measurement.call();
    done.get(LIMIT);
    return value;
  }

  private static void thenMeet(ProcessBarrier barrier, TaskAction part) throws Exception {
    part.run();
    barrier.await(LIMIT);
  }

  private double medianTrip(TaskAction trip) throws Exception {
    var micros = new double[TRIPS];
    for (var i = 0; i < TRIPS; i++) {
      var sent = System.nanoTime();
      trip.run();
      micros[i] = (System.nanoTime() - sent) / 1e3;
    }
    meet.await(LIMIT);
    return Figure.quantile(micros, 0.5);
  }

  private static double timed(TaskAction action) throws Exception {
    var start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The first ones do not count: code is still being compiled. */
  private static double median(Callable<Double> measurement) throws Exception {
    for (var i = 0; i < WARM_UPS; i++) {
      measurement.call();
    }
    var values = new double[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
      values[i] = measurement.call();
    }
    return Figure.quantile(values, 0.5);
  }

  @Override
  public void close() {
    pool.close();
    meet.close();
  }
}
