package speedup.concept.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;

class QuizTest {
  private static final String QUESTION =
      """
      %1$d.text=Question %1$d?
      %1$d.choice.1=yes
      %1$d.choice.2=no
      %1$d.right=2
      %1$d.because=so it is
      %1$d.instead=it is not
      """;

  @Test
  void hasAtLeastFortyFourQuestions() {
    assertTrue(Quiz.all().size() >= 44, () -> "only " + Quiz.all().size());
  }

  @Test
  void coversEveryConceptInTheOrderOfTeaching() {
    assertEquals(Coverage.CONCEPTS, Quiz.concepts());
    for (var concept : Coverage.CONCEPTS) {
      var questions = Quiz.of(concept);
      assertTrue(questions.size() >= 2, concept);
      assertTrue(questions.stream().allMatch(question -> question.concept().equals(concept)));
    }
  }

  @Test
  void coversEveryConceptThatHasAStage() {
    var built = ConceptLab.concepts().stream().map(Concept::id).toList();
    assertTrue(Quiz.concepts().containsAll(built), built.toString());
  }

  @Test
  void saysNothingTwice() {
    var texts = new HashSet<String>();
    for (var question : Quiz.all()) {
      for (var text : List.of(question.text(), question.because(), question.instead())) {
        assertTrue(texts.add(text), text);
      }
    }
  }

  @Test
  void explainsTheRightAnswerOtherwiseThanAWrongOne() {
    for (var question : Quiz.all()) {
      assertTrue(question.isRight(question.right()), question.id());
      var wrong = (question.right() + 1) % question.choices().size();
      assertEquals(question.because(), question.explanation(question.right()));
      assertEquals(question.instead(), question.explanation(wrong));
      assertNotEquals(question.because(), question.instead());
    }
  }

  @Test
  void cannotBePassedByAlwaysChoosingTheSamePlace() {
    var all = Quiz.all();
    for (var place = 0; place < 4; place++) {
      var choice = place;
      var right = all.stream().filter(question -> question.isRight(choice)).count();
      assertTrue(right <= all.size() / 2, place + ": " + right + " of " + all.size());
    }
  }

  @Test
  void readsQuestionsInTheirOrder() {
    var questions = read(QUESTION.formatted(1) + QUESTION.formatted(2));
    assertEquals(2, questions.size());
    assertEquals("Question 2?", questions.get(1).text());
    assertEquals("any.2", questions.get(1).id());
    assertEquals(1, questions.getFirst().right());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.right=3",
        "2.right=0",
        "2.right=two",
        "2.right=",
        "2.choice.2=yes",
        "2.because=",
        "2.texts=misspelt",
        "2.choice.4=a hole before it",
        "3.choice.1=a question without a text"
      })
  void refusesWhatIsNotRightAndNamesIt(String line) {
    var key = line.substring(0, line.indexOf('='));
    var second = QUESTION.formatted(2);
    var before = second.lines().filter(other -> !other.startsWith(key + "=")).toList();
    var refused =
        assertThrows(
            LessonDataException.class,
            () -> read(QUESTION.formatted(1) + String.join("\n", before) + "\n" + line + "\n"));
    assertTrue(refused.getMessage().contains("any"), refused.getMessage());
    assertTrue(refused.getMessage().contains(key.substring(0, 2)), refused.getMessage());
  }

  @Test
  void refusesTooFewTooLongTwiceAndWhatIsNotUtf8() {
    refuses("fewer", QUESTION.formatted(1));
    refuses("twice", QUESTION.formatted(1) + "1.text=again\n");
    refuses(
        "characters", QUESTION.formatted(1) + QUESTION.formatted(2).replace("so", "x".repeat(400)));
    refuses("longer", "1.text=" + "x".repeat(DataFile.MOST_BYTES));
    refuses(
        "2.right", QUESTION.formatted(1) + QUESTION.formatted(2).replace("choice.1", "choice.3"));
    var latin = "1.text=\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    var refused = assertThrows(LessonDataException.class, () -> DataFile.read("any", latin));
    assertTrue(refused.getMessage().contains("UTF-8"), refused.getMessage());
    assertThrows(LessonDataException.class, () -> Quiz.of("no-such-concept"));
  }

  private static void refuses(String why, String text) {
    var refused = assertThrows(LessonDataException.class, () -> read(text));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private static List<Question> read(String text) {
    return Quiz.read("any", DataFile.read("any", text.getBytes(StandardCharsets.UTF_8)));
  }
}
