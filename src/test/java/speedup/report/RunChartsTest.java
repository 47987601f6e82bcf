package speedup.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
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
    var onlyOfChunks =
        EnumSet.of(ReportChart.SERIALISE, ReportChart.WAITING, ReportChart.IDLE_TAIL);
    assertEquals(EnumSet.complementOf(onlyOfChunks), charts(KeptRuns.study()).all().keySet());
  }

  @Test
  void ofChunksAndSizesTooHaveTheirFiguresUnderTheRightHeading() {
    var chunks = charts(KeptRuns.chunkStudy()).all();
    assertTrue(
        chunks
            .keySet()
            .containsAll(
                EnumSet.of(
                    ReportChart.OVERHEAD,
                    ReportChart.SERIALISE,
                    ReportChart.WAITING,
                    ReportChart.IDLE_TAIL)),
        chunks.keySet().toString());
    assertFalse(chunks.containsKey(ReportChart.KARP_FLATT));
    assertEquals("Time by chunk size", ReportChart.SPEEDUP.title(chunks.get(ReportChart.SPEEDUP)));
    // 0.1 of twice 1.95 seconds
    assertEquals(List.of("5", "2.6 %"), chunks.get(ReportChart.WAITING).table().get(1));

    var sizes = charts(KeptRuns.sizeStudy()).all();
    assertEquals(List.of("4", "96 %"), sizes.get(ReportChart.EFFICIENCY).table().getLast());
    assertTrue(sizes.containsKey(ReportChart.OVERHEAD));
    assertFalse(sizes.containsKey(ReportChart.WAITING));
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
