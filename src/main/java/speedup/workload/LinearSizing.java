package speedup.workload;

import java.util.Map;
import java.util.Set;

/**
 * Chooses one whole number where the run time is {@code a * (value + overhead)}.
 *
 * @param parameter id of the parameter
 * @param probeValue its value in the probe
 * @param overhead what a run costs beside its value, in units of the value
 * @param min the smallest value that is chosen
 * @param max the largest
 */
record LinearSizing(String parameter, long probeValue, double overhead, long min, long max)
    implements Sizing {
  @Override
  public Set<String> parameters() {
    return Set.of(parameter);
  }

  @Override
  public Map<String, String> probe() {
    return Map.of(parameter, Long.toString(probeValue));
  }

  @Override
  public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
    var growth = wishedSeconds / Math.max(probeSeconds, 1e-6);
    var value = RoundNumbers.fine((probeValue + overhead) * growth - overhead);
    return Map.of(parameter, Long.toString(Math.clamp(value, min, max)));
  }
}
