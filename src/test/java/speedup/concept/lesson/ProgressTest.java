package speedup.concept.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private static final List<Question> LOCK = Quiz.of("lock");
  private static final Lesson LESSON = Lesson.all().getFirst();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("lessons.properties");
  }

  private static Progress some() {
    var wrong = (LOCK.get(1).right() + 1) % LOCK.get(1).choices().size();
    return Progress.NONE
        .answered(LOCK.get(0), LOCK.get(0).right())
        .answered(LOCK.get(1), wrong)
        .step(LESSON, 0, true)
        .step(LESSON, 2, true);
  }

  @Test
  void countsTheLastAnswerToEachQuestion() {
    assertEquals(new Progress.Score(1, 2, LOCK.size()), some().score(LOCK));
    var better = some().answered(LOCK.get(1), LOCK.get(1).right());
    assertEquals(new Progress.Score(2, 2, LOCK.size()), better.score(LOCK));
    assertEquals(new Progress.Score(0, 0, 3), better.score(Quiz.of("queue")));
    assertEquals(new Progress.Score(0, 0, LOCK.size()), better.forgetting(LOCK).score(LOCK));
  }

  @Test
  void knowsTheFirstStepThatIsNotDone() {
    assertEquals(0, Progress.NONE.next(LESSON));
    assertEquals(1, some().next(LESSON));
    assertEquals(3, some().step(LESSON, 1, true).next(LESSON));
    assertEquals(0, some().step(LESSON, 0, false).next(LESSON));
    assertTrue(some().isDone(LESSON, 2));
    assertFalse(some().isDone(LESSON, 1));
    var all = Progress.NONE;
    for (var step = 0; step < LESSON.steps().size(); step++) {
      all = all.step(LESSON, step, true);
    }
    assertEquals(LESSON.steps().size(), all.next(LESSON));
  }

  @Test
  void refusesAnswersAndStepsThatAreNotThere() {
    assertThrows(IllegalArgumentException.class, () -> Progress.NONE.answered(LOCK.get(0), 4));
    assertThrows(IllegalArgumentException.class, () -> Progress.NONE.answered(LOCK.get(0), -1));
    assertThrows(IllegalArgumentException.class, () -> Progress.NONE.step(LESSON, -1, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Progress.NONE.step(LESSON, LESSON.steps().size(), true));
  }

  @Test
  void isTheSameAfterItWasKept() throws IOException {
    var kept = new ProgressFile(folder.resolve("new"));
    assertEquals(new ProgressFile.Loaded(Progress.NONE, Optional.empty()), kept.load());
    kept.save(some());
    assertEquals(new ProgressFile.Loaded(some(), Optional.empty()), kept.load());
    kept.save(some().step(LESSON, 0, false).step(LESSON, 2, false));
    assertEquals(0, kept.load().progress().next(LESSON));
    assertEquals(some().answers(), kept.load().progress().answers());
  }

  @Test
  void onlyItsUserCanReadItAndNothingElseIsLeft() throws IOException {
    new ProgressFile(folder).save(some());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
    if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version=1\nanswer.lock.1=many\n",
        "version=1\nanswer.lock.1=-1\n",
        "version=1\ndone.first-lesson=1 x\n",
        "version=1\nsomething=else\n",
        "version=1\nversion=1\n",
        "version=2\n",
        "version=1\n\\u00zz=1\n"
      })
  void aFileThatCannotBeUsedIsSetAsideWithASentence(String text) throws IOException {
    Files.writeString(file(), text);
    Files.writeString(folder.resolve("lessons-damaged-1.properties"), "an earlier one");
    var loaded = new ProgressFile(folder).load();
    assertEquals(Progress.NONE, loaded.progress());
    var aside = folder.resolve("lessons-damaged-2.properties");
    assertTrue(loaded.notice().orElseThrow().contains(aside.toString()));
    assertEquals(text, Files.readString(aside));
    assertTrue(Files.notExists(file()));
    new ProgressFile(folder).save(some());
    assertEquals(some(), new ProgressFile(folder).load().progress());
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    new ProgressFile(folder).save(some());
    var notAFolder = Files.writeString(folder.resolve("file"), "in the way");
    assertThrows(IOException.class, () -> new ProgressFile(notAFolder).save(Progress.NONE));
    assertEquals(some(), new ProgressFile(folder).load().progress());
    assertEquals("in the way", Files.readString(notAFolder));
  }
}
