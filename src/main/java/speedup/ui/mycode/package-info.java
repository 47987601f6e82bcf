/** The view in which a person writes a task of their own. */
package speedup.ui.mycode;
