package org.stoa.data.format.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML part, element by element. The parser is that of the JDK; it reads nothing but this
 * part, and expands nothing but characters.
 */
final class XmlPart implements Closeable {

  private static final int MAX_DEPTH = 100;

  private final String file;
  private final PartPlace place;
  private final InputStream bytes;
  private final XMLStreamReader xml;
  private int depth;

  private XmlPart(String file, PartPlace place, InputStream bytes, XMLStreamReader xml) {
    this.file = file;
    this.place = place;
    this.bytes = bytes;
    this.xml = xml;
  }

  /** Over the bytes of a part, which are closed with it. */
  static XmlPart of(String file, PartPlace place, InputStream bytes) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    // The parser counts each &amp; as an entity, and would stop at fifty million of them.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      BoundedXml text = BoundedXml.of(file, place, bytes);
      return new XmlPart(file, place, bytes, factory.createXMLStreamReader(text));
    } catch (XMLStreamException e) {
      bytes.close();
      throw WorkbookParts.damaged(file, place, "it is not valid XML", e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Steps to the next begin or end of an element; false at the end of the part. */
  boolean next() {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  private int step() {
    try {
      if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
        throw UnsafeWorkbookProblem.deep(file, place, MAX_DEPTH);
      }
      return event;
    } catch (XMLStreamException e) {
      throw WorkbookParts.damaged(
          file, place, "it is not valid XML near line " + e.getLocation().getLineNumber(), e);
    }
  }

  /** Whether an element begins here; otherwise one ends. */
  boolean isStart() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  /** Whether an element of this name begins here, in so many others. */
  boolean isStart(String name, int outer) {
    return isStart() && depth == outer + 1 && name.equals(xml.getLocalName());
  }

  /** In how many elements the current one lies. */
  int outer() {
    return depth - 1;
  }

  /** The name of the current element without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /**
   * An attribute of the element that begins here, by its name without prefix; null if not there.
   */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (name.equals(xml.getAttributeLocalName(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int index) {
    return xml.getAttributeLocalName(index);
  }

  String attributeValue(int index) {
    return xml.getAttributeValue(index);
  }

  /** Steps to the end of the element that begins here, and leaves out all that is in it. */
  void skip() {
    int from = depth;
    while (next()) {
      if (!isStart() && depth == from) {
        return;
      }
    }
  }

  /**
   * Steps to the end of the element that begins here, and adds the text in it.
   *
   * @param most how many characters it may have
   * @return false when it has more; the rest is then left out
   */
  boolean text(StringBuilder into, int most) {
    int from = depth;
    int limit = into.length() + most;
    boolean whole = true;
    int event = step();
    while (event != XMLStreamConstants.END_ELEMENT || depth != from) {
      if (isText(event)) {
        whole = whole && into.length() + xml.getTextLength() <= limit;
        if (whole) {
          into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
      event = step();
    }
    return whole;
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** What is wrong here. */
  DamagedWorkbookProblem damaged(String detail) {
    return new DamagedWorkbookProblem(file, place, detail);
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      bytes.close();
    }
  }
}
