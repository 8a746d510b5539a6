package org.stoa.launch.demo;

/**
 * A variable of a domain.
 *
 * @param name its SDTM name, at most 8 characters
 * @param label its SDTM label, at most 40 characters
 * @param length how many bytes a text takes at most; 0 for a number
 */
record Variable(String name, String label, int length) {

  static Variable text(String name, int length, String label) {
    return new Variable(name, label, length);
  }

  static Variable number(String name, String label) {
    return new Variable(name, label, 0);
  }

  boolean isNumber() {
    return length == 0;
  }
}
