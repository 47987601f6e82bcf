/** Which program this is, on what it runs, and under which licences. */
package speedup.ui.about;
