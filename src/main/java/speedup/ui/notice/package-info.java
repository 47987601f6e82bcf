/** What happened, told in passing at the edge of the window. */
package speedup.ui.notice;
