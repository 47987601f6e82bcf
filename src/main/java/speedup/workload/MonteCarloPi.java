package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Estimates pi from random points. */
public final class MonteCarloPi implements Workload {
  private static final long MIN_SAMPLES = 1_000;
  private static final long MAX_SAMPLES = 10_000_000_000_000L;
  private static final long LESSON_SAMPLES = 10_000_000;

  @Override
  public String id() {
    return "monte-carlo-pi";
  }

  @Override
  public String title() {
    return "Pi from random points";
  }

  @Override
  public String summary() {
    return "Throws random points into a square and counts those in the quarter circle: no point"
        + " needs another, so the work can be cut anywhere.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "samples",
            "Points",
            "How many points there are; a hundred times as many give one more digit. Left empty, it"
                + " is chosen so that a run takes a few seconds.",
            "",
            1,
            MAX_SAMPLES,
            OptionalLong.empty()),
        Parameter.seed("The same seed gives the same points, however they are shared out."));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "10,000,000 points",
            "Ten million points give pi to about three digits, and take Java a few hundredths of a"
                + " second.",
            Map.of("samples", Long.toString(LESSON_SAMPLES))),
        Preset.of(
            "precise",
            "1,000,000,000 points",
            "A hundred times the points for one more digit: processes shorten the wait, not the"
                + " way.",
            Map.of("samples", Long.toString(100 * LESSON_SAMPLES))));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new LinearSizing("samples", LESSON_SAMPLES, 0, MIN_SAMPLES, MAX_SAMPLES));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("samples");
  }

  @Override
  public boolean hasPython() {
    return true;
  }

  @Override
  public Prepared<Range, Long, Estimate> prepare(Settings settings, Preparation preparation) {
    var samples = settings.optionalWhole("samples").orElse(LESSON_SAMPLES);
    return new Plan(samples, new Darts(settings.whole("seed")));
  }

  /**
   * How many points lie inside.
   *
   * @param samples points in all
   * @param inside those in the quarter circle
   */
  public record Estimate(long samples, long inside) {
    /** What that says about pi. */
    double pi() {
      return 4.0 * inside / samples;
    }

    /** How far the estimate is off, typically: two of three lie nearer. */
    double standardError() {
      var share = (double) inside / samples;
      return 4 * Math.sqrt(share * (1 - share) / samples);
    }
  }

  private record Plan(long samples, Darts darts) implements Prepared<Range, Long, Estimate> {
    @Override
    public String description() {
      return Words.say(
          "%s with seed %d", Words.count(samples, "random point", "random points"), darts.seed());
    }

    @Override
    public List<Stage<Range, Long>> stages() {
      return List.of(new RangeStage<>(0, samples, darts));
    }

    @Override
    public Estimate merge(List<Long> results) {
      return new Estimate(samples, results.stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public Optional<PythonWork<Range, Long>> inPython() {
      return Optional.of(
          new PythonWork<>(
              "monte_carlo_pi",
              points -> new long[] {darts.seed(), points.from(), points.end()},
              PythonWork::whole));
    }

    @Override
    public String inWords(Estimate result) {
      return Words.say(
          "pi is about %.7f, give or take %.7f: %,d of %s inside",
          result.pi(),
          result.standardError(),
          result.inside(),
          Words.count(result.samples(), "point", "points"));
    }

    @Override
    public List<Shown> show(Estimate result) {
      return List.of(
          DartsPicture.of(darts, samples),
          new FactTable("The estimate")
              .row("Points", result.samples())
              .row("Inside", result.inside())
              .row("Four times the share inside", Words.say("%.10f", result.pi()))
              .row("Standard error", Words.say("%.10f", result.standardError()))
              .row("Off from pi by", Words.say("%+.10f", result.pi() - Math.PI))
              .done());
    }

    @Override
    public Map<String, Object> inValues(Estimate result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("samples", result.samples());
      values.put("inside", result.inside());
      values.put("pi", result.pi());
      values.put("standardError", result.standardError());
      values.put("error", result.pi() - Math.PI);
      return values;
    }
  }
}
