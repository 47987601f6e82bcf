package speedup.scaling;

import java.util.List;
import java.util.Optional;
import speedup.measure.Sample;

/**
 * Times fitted by worker count, in the time domain: T(p) = a/p + b + c(p-1) to the medians of the
 * repeats, none of the three negative, weighted by repeats / T^2 so that relative errors count
 * alike.
 *
 * @param amdahl the fit with c = 0
 * @param general the fit with all three; empty below 3 worker counts, which cannot tell them apart
 * @param preferred the simpler, unless the general one explains clearly more: with at least {@link
 *     #MIN_FOR_GENERAL} worker counts, and an information criterion (AICc) better by more than
 *     {@link #CLEARLY}
 */
public record TimeFit(TimeModel amdahl, Optional<TimeModel> general, TimeModel preferred) {
  /** With fewer worker counts three coefficients explain anything. */
  public static final int MIN_FOR_GENERAL = 4;

  /** About one in a hundred fits of pure noise passes this. */
  public static final double CLEARLY = 4;

  /**
   * Fits the baseline, as one worker, and the parallel runs up to the physical cores.
   *
   * @return empty without a baseline or without a second worker count
   */
  public static Optional<TimeFit> of(List<Sample> samples, int physicalCores) {
    return of(FitPoints.of(samples, physicalCores));
  }

  static Optional<TimeFit> of(FitPoints points) {
    if (!points.hasBaseline() || points.size() < 2) {
      return Optional.empty();
    }
    var amdahl = solve(points, false);
    var general =
        points.size() < 3
            ? Optional.<TimeModel>empty()
            : Optional.of(solve(points, true)).filter(model -> model.a() + model.b() > 0);
    var preferred =
        general
            .filter(model -> points.size() >= MIN_FOR_GENERAL)
            .filter(model ->
                points.informationCriterion(amdahl, 2) - points.informationCriterion(model, 3)
                    > CLEARLY)
            .orElse(amdahl);
    return Optional.of(new TimeFit(amdahl, general, preferred));
  }

  /** Whether what each further worker costs is needed to explain the times. */
  public boolean prefersGeneral() {
    return preferred.c() > 0;
  }

  private static TimeModel solve(FitPoints points, boolean general) {
    var coefficients = new double[general ? 3 : 2];
    points.solver(general).solve(points.medians(), coefficients);
    return new TimeModel(coefficients[0], coefficients[1], general ? coefficients[2] : 0);
  }
}
