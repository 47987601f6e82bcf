package speedup.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.history.KeptRuns;
import speedup.plot.StudyFigureChart;

class RunChartsTest {
  private static RunCharts charts(KeptRun run) {
    return RunCharts.of(run, Findings.of(run));
  }

  @Test
  void areThoseThatARunHas() {
    var all = charts(KeptRuns.run()).all();
    assertEquals(
        EnumSet.of(ReportChart.TIMES, ReportChart.SPEEDUP, ReportChart.LOSSES, ReportChart.PARTS),
        all.keySet());
    assertEquals(EnumSet.allOf(ReportChart.class), charts(KeptRuns.study()).all().keySet());
  }

  @Test
  void areAllMadeOfOneStudy() {
    var all = charts(KeptRuns.study()).all();
    var efficiency =
        assertInstanceOf(StudyFigureChart.class, all.get(ReportChart.EFFICIENCY)).study();
    for (var kind : EnumSet.of(ReportChart.KARP_FLATT, ReportChart.OVERHEAD)) {
      assertSame(efficiency, assertInstanceOf(StudyFigureChart.class, all.get(kind)).study());
    }
  }
}
