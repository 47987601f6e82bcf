package speedup.report;

import static speedup.report.ReportWords.say;

import java.util.ArrayList;
import java.util.List;
import speedup.experiment.RunRequest;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.history.RunFiles;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.measure.TimedRun;
import speedup.plot.ChartTheme;
import speedup.plot.SvgSurface;
import speedup.plot.Texts;
import speedup.scaling.Analysis;

/**
 * A run on one page that needs no other file, no script and no network: what came out, why, every
 * time that was measured, on what and how. Follows the reader's choice of light or dark.
 */
public final class HtmlReport {
  private static final double WIDE = 960;
  private static final double NARROW = 400;

  private final Html html = new Html();
  private final KeptRun run;
  private final Findings findings;

  private HtmlReport(KeptRun run) {
    this.run = run;
    findings = Findings.of(run);
  }

  /** The page of a run, as text for a file in UTF-8. */
  public static String of(KeptRun run) {
    return new HtmlReport(run).page();
  }

  private String page() {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    // a page made of somebody's data loads nothing, whatever is in it
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.raw(" style-src 'unsafe-inline'\"/>\n");
    html.element("title", title()).raw("<style>\n" + PageStyle.CSS + "</style>\n</head>\n<body>\n");
    html.raw("<main>\n");
    head();
    charts();
    var tables = new ReportTables(run, findings);
    section("report.engines", tables.engines(), column -> column > 0);
    if (!findings.workers().isEmpty()) {
      section("report.workers", tables.workers(), _ -> true);
    }
    section("report.samples", tables.samples(), column -> column != 1);
    how();
    section("report.environment", tables.environment(), _ -> false);
    section("report.settings", tables.settings(), _ -> false);
    foot();
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private String title() {
    var workload = run.request().workload();
    return findings
        .analysis()
        .map(found -> say("report.title", workload, Texts.number(found.speedup(), 2), who(found)))
        .orElseGet(() -> say("report.title.plain", workload));
  }

  private String who(Analysis found) {
    return ReportWords.running(run.request().main().orElse(EngineKind.SEQUENTIAL), found.workers());
  }

  private void head() {
    var kind = say(run.kind() == KeptRun.Kind.RUN ? "report.kind.run" : "report.kind.study");
    html.raw("<header>\n").element("h1", run.request().workload());
    html.element("p", "muted", say("report.on", kind, ReportWords.when(run.when())));
    html.raw("</header>\n");
    findings.analysis().ifPresent(this::figures);
    findings.missing().ifPresent(why -> html.element("p", say("report.missing", why)));
    findings.analysis().ifPresent(this::verdict);
    findings.comparison().ifPresent(sentence -> html.element("p", sentence));
    html.raw("<dl>\n");
    fact("report.note", run.note());
    fact("report.input", run.input());
    fact("report.result", run.resultInWords());
    fact("report.remarks", String.join("\n", run.notes()));
    html.raw("</dl>\n");
  }

  private void fact(String key, String text) {
    if (!text.isBlank()) {
      html.element("dt", say(key)).element("dd", text);
    }
  }

  private void figures(Analysis found) {
    html.raw("<div class=\"figures\">\n");
    html.element("p", "big", say("report.speedup", Texts.number(found.speedup(), 2)));
    html.raw("<div>\n");
    found
        .speedupInterval()
        .ifPresent(range ->
            html.element(
                "p",
                say(
                    "report.interval",
                    Texts.number(range.low(), 2),
                    Texts.number(range.high(), 2))));
    html.element(
        "p",
        say(
            "report.caption",
            Texts.seconds(found.sequential().median()),
            Texts.seconds(found.parallel().median()),
            who(found),
            Texts.percent(found.efficiency())));
    html.element("p", "muted", serial(found)).raw("</div>\n</div>\n");
  }

  private static String serial(Analysis found) {
    var fraction = found.serialFraction();
    if (fraction.value().isEmpty()) {
      return say("report.serial.none", fraction.reason().orElse(say("unknown")));
    }
    var share = Texts.percent(fraction.value().getAsDouble());
    var words =
        fraction
            .interval()
            .map(range ->
                say(
                    "report.serial.interval",
                    share,
                    Texts.percent(range.low()),
                    Texts.percent(range.high())))
            .orElseGet(() -> say("report.serial", share));
    double ceiling = fraction.ceiling().orElse(Double.POSITIVE_INFINITY);
    return Double.isFinite(ceiling)
        ? words + ". " + say("report.ceiling", Texts.number(ceiling, 1))
        : words;
  }

  private void verdict(Analysis found) {
    var verdict = found.verdict();
    html.raw("<section class=\"verdict\">\n").element("h2", say("report.verdict"));
    html.element("p", (verdict.sentence() + " " + verdict.advice()).strip());
    html.raw("</section>\n");
  }

  /** Each chart wide and narrow, light and dark: the style shows the one that suits. */
  private void charts() {
    RunCharts.of(run, findings)
        .all()
        .forEach((kind, chart) -> {
          html.raw("<section>\n").element("h2", kind.title(chart)).raw("<figure>\n");
          for (var width : new double[] {WIDE, NARROW}) {
            var height = ReportChart.height(chart, width);
            var look = width == WIDE ? "wide-chart" : "narrow-chart";
            html.raw("<div class=\"" + look + " light\">");
            html.raw(SvgSurface.of(chart, ChartTheme.LIGHT, width, height));
            html.raw("</div>\n<div class=\"" + look + " dark\">");
            html.raw(SvgSurface.of(chart, ChartTheme.DARK, width, height)).raw("</div>\n");
          }
          html.raw("</figure>\n<details>");
          html.element("summary", say("report.table"));
          html.table(chart.table(), column -> column > 0).raw("</details>\n</section>\n");
        });
  }

  private void section(
      String key, List<List<String>> rows, java.util.function.IntPredicate numbers) {
    if (rows.size() > 1) {
      html.raw("<section>\n").element("h2", say(key)).table(rows, numbers).raw("</section>\n");
    }
  }

  private void how() {
    html.raw("<section>\n").element("h2", say("report.how")).raw("<ul>\n");
    how(run).forEach(sentence -> html.element("li", sentence));
    html.raw("</ul>\n</section>\n");
  }

  private static List<String> how(KeptRun run) {
    var lines = new ArrayList<String>();
    lines.add(say("how.baseline"));
    lines.add(say(run.request().start() == RunRequest.Start.WARM ? "how.warm" : "how.cold"));
    lines.add(say("how.repeats", run.request().repeats()));
    var enough = run.request().repeats() >= Summary.MIN_FOR_INTERVAL;
    lines.add(say(enough ? "how.interval" : "how.no-interval"));
    run.dispatchMicros()
        .ifPresent(micros -> lines.add(say("how.dispatch", Texts.number(micros, 0))));
    var noisy = run.runs().stream().filter(TimedRun::noisy).count();
    if (noisy > 0) {
      lines.add(say("how.noisy", noisy, run.runs().size()));
    }
    run.study()
        .ifPresent(study -> {
          lines.add(say("how.order", Long.toString(study.seed())));
          if (study.weak()) {
            lines.add(say("how.weak"));
          }
        });
    return lines;
  }

  private void foot() {
    html.raw("<footer>\n<dl>\n").element("dt", say("report.id"));
    html.raw("<dd><code>").text(run.id()).raw("</code></dd>\n");
    html.element("dt", say("report.checksum"));
    html.raw("<dd><code>").text(RunFiles.checksum(run)).raw("</code></dd>\n</dl>\n");
    html.element("p", "muted", say("report.made")).raw("</footer>\n");
  }
}
