package speedup.concept.lesson;

/** A file of questions or of a lesson is not as it has to be; the message names file and entry. */
public final class LessonDataException extends RuntimeException {
  LessonDataException(String message) {
    super(message);
  }

  LessonDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
