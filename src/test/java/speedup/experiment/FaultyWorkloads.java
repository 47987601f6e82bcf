package speedup.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import speedup.workload.Parameter;
import speedup.workload.Preparation;
import speedup.workload.Prepared;
import speedup.workload.Settings;
import speedup.workload.Sizing;
import speedup.workload.SliceTask;
import speedup.workload.Stage;
import speedup.workload.Workload;

/** Workloads that go wrong, and one that is sized; found as a jar's own would be. */
final class FaultyWorkloads {
  static final List<Class<? extends Workload>> ALL =
      List.of(Chunky.class, Throwing.class, Sized.class, Refusing.class);

  private FaultyWorkloads() {}

  /** What the workloads here have in common. */
  abstract static class Base implements Workload {
    @Override
    public String id() {
      return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String title() {
      return id();
    }

    @Override
    public String summary() {
      return id();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          new Parameter.Whole("size", "Size", "", "", 1, 1_000_000_000, OptionalLong.empty()));
    }

    abstract SliceTask<Integer, Integer> task();

    @Override
    public Prepared<?, ?, ?> prepare(Settings settings, Preparation preparation) {
      return new Plan(settings.optionalWhole("size").orElse(1_000), task());
    }
  }

  /** Its result depends on how it is cut. */
  public static final class Chunky extends Base {
    @Override
    SliceTask<Integer, Integer> task() {
      return _ -> 1;
    }
  }

  /** Its task throws. */
  public static final class Throwing extends Base {
    @Override
    SliceTask<Integer, Integer> task() {
      return _ -> {
        throw new IllegalStateException("the well is dry");
      };
    }
  }

  /** Its preparation fails. */
  public static final class Refusing extends Base {
    @Override
    SliceTask<Integer, Integer> task() {
      throw new IllegalStateException("no task today");
    }
  }

  /** Its size is chosen by a probe; the number of items grows with the wished time. */
  public static final class Sized extends Base {
    @Override
    SliceTask<Integer, Integer> task() {
      return length -> length;
    }

    @Override
    public Optional<Sizing> sizing() {
      return Optional.of(
          new Sizing() {
            @Override
            public Set<String> parameters() {
              return Set.of("size");
            }

            @Override
            public Map<String, String> probe() {
              return Map.of("size", "10");
            }

            @Override
            public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
              return Map.of("size", probeSeconds < wishedSeconds ? "12345" : "1");
            }
          });
    }
  }

  private record Plan(long items, SliceTask<Integer, Integer> task)
      implements Prepared<Integer, Integer, Integer>, Stage<Integer, Integer> {
    @Override
    public String description() {
      return items + " items";
    }

    @Override
    public List<Stage<Integer, Integer>> stages() {
      return List.of(this);
    }

    @Override
    public Integer slice(long from, long to) {
      return (int) (to - from);
    }

    @Override
    public Integer merge(List<Integer> results) {
      return results.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String inWords(Integer result) {
      return "the sum is " + result;
    }

    @Override
    public Map<String, Object> inValues(Integer result) {
      return Map.of("sum", result);
    }
  }
}
