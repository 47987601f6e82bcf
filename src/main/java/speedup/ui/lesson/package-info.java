/** Lessons and quizzes: panes that a view can hold, and what they keep. */
package speedup.ui.lesson;
