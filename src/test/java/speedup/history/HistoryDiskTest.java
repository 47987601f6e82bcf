package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.SmallDisk;
import speedup.measure.EngineKind;
import speedup.ui.view.RunHistory;

/** A history on a disk that is full, or that may not be written any more. */
@Timeout(120)
class HistoryDiskTest {
  private static final String ROOM =
      "cannot be written, as the disk is full or failing; make room on it";

  @TempDir private Path folder;

  private static KeptRun large() {
    return KeptRuns.run("primes-file", "x")
        .withTraces(Map.of(EngineKind.PROCESSES, KeptRuns.trace(2_000)));
  }

  /** Saves until nothing more fits; the runs that did. */
  private static List<String> fill(RunStore store) {
    var kept = new ArrayList<String>();
    var failure =
        assertThrows(
            StoreException.class,
            () -> {
              while (kept.size() < 10_000) {
                var run = large();
                store.save(run);
                kept.add(run.id());
              }
            });
    assertEquals("the history %s %s".formatted(store.file(), ROOM), failure.getMessage());
    assertTrue(!kept.isEmpty(), "nothing fitted at all");
    return kept;
  }

  private static List<String> ids(RunStore store) throws StoreException {
    return store.list(0, 10_000).stream().map(RunSummary::id).toList().reversed();
  }

  @Test
  void aFullDiskKeepsWhatWasThereAndTakesMoreOnceThereIsRoom() throws Exception {
    var disk = folder.resolve("disk");
    try (var small = SmallDisk.mount(disk, "size=1m")) {
      List<String> kept;
      try (var store = RunStore.open(disk).store().orElseThrow()) {
        kept = fill(store);
        assertEquals(kept, ids(store));
        small.change("size=8m");
        var more = large();
        store.save(more);
        kept.add(more.id());
      }
      try (var store = RunStore.open(disk).store().orElseThrow()) {
        assertEquals(kept, ids(store));
      }
    }
  }

  @Test
  void aFullHistoryOpensAgain() throws Exception {
    var disk = folder.resolve("disk");
    try (var small = SmallDisk.mount(disk, "size=1m")) {
      List<String> kept;
      try (var store = RunStore.open(disk).store().orElseThrow()) {
        kept = fill(store);
      }
      var opened = RunStore.open(disk);
      assertEquals(Optional.empty(), opened.notice());
      try (var store = opened.store().orElseThrow()) {
        assertEquals(kept, ids(store));
        small.change("size=8m");
        assertTrue(store.delete(kept.getFirst()));
        store.save(large());
        assertEquals(kept.size(), store.count(Query.ALL));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4k", "60k"})
  void aDiskWithoutRoomForAHistoryIsToldInOneSentence(String size) throws Exception {
    var disk = folder.resolve("disk");
    try (var _ = SmallDisk.mount(disk, "size=" + size)) {
      var opened = RunStore.open(disk);
      assertEquals(
          Optional.of(
              "Runs are not kept: the history %s %s.".formatted(disk.resolve("history.db"), ROOM)),
          opened.notice());
      assertEquals(Optional.empty(), opened.store());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReadOnlyFolderIsToldInOneSentence(boolean begun) throws Exception {
    var disk = folder.resolve("disk");
    try (var small = SmallDisk.mount(disk, "size=4m")) {
      if (begun) {
        try (var store = RunStore.open(disk).store().orElseThrow()) {
          store.save(large());
        }
      }
      small.change("ro");
      var opened = RunStore.open(disk);
      assertEquals(
          Optional.of(
              "Runs are not kept: the history %s cannot be opened%s; check that its folder may be read and written."
                  .formatted(disk.resolve("history.db"), begun ? "" : " (Read-only file system)")),
          opened.notice());
      assertEquals(Optional.empty(), opened.store());
    }
  }

  @Test
  void aWindowWhoseFolderIsReadOnlySaysSoAndGoesOn() throws Exception {
    var disk = folder.resolve("disk");
    try (var _ = SmallDisk.mount(disk, "ro");
        var history = RunHistory.atOnce(() -> RunStore.open(disk))) {
      history.keep(HistoryDiskTest::large, () -> {});
      var sentence = history.problemProperty().get();
      assertEquals(history.noticeProperty().get(), sentence);
      assertTrue(sentence.startsWith("Runs are not kept: "), sentence);

      var failed = new ArrayList<String>();
      history.use(store -> store.count(Query.ALL), Assertions::assertNull, failed::add);
      assertEquals(List.of(sentence), failed);
    }
  }

  @Test
  void aWindowWhoseDiskIsFullSaysSoAndGoesOn() throws Exception {
    var disk = folder.resolve("disk");
    try (var small = SmallDisk.mount(disk, "size=1m");
        var history = RunHistory.atOnce(() -> RunStore.open(disk))) {
      var kept = 0;
      while (history.problemProperty().get().isEmpty() && kept < 10_000) {
        history.keep(HistoryDiskTest::large, () -> {});
        kept++;
      }
      assertEquals(
          "the history %s %s".formatted(disk.resolve("history.db"), ROOM),
          history.problemProperty().get());
      var listed = new ArrayList<Integer>();
      history.use(store -> store.count(Query.ALL), listed::add, Assertions::fail);
      assertEquals(List.of(kept - 1), listed);

      small.change("size=8m");
      history.keep(HistoryDiskTest::large, () -> {});
      assertEquals("", history.problemProperty().get());
    }
  }
}
