/** What comes up over the whole window to find a command, or to read which key does what. */
package speedup.ui.palette;
