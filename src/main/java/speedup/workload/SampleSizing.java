package speedup.workload;

import java.util.Map;
import java.util.Set;

/**
 * Chooses one whole number that generated input grows with, unless a person gives the input.
 *
 * @param parameters ids of what decides the size, such as the folder that a person gives
 * @param linear how the number follows from the run time
 */
record SampleSizing(Set<String> parameters, LinearSizing linear) implements Sizing {
  /** Copies the ids. */
  SampleSizing {
    parameters = Set.copyOf(parameters);
  }

  @Override
  public Map<String, String> probe() {
    return linear.probe();
  }

  @Override
  public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
    return linear.sizeFor(probeSeconds, wishedSeconds);
  }
}
