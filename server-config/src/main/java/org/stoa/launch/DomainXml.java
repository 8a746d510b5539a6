package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The configuration file of a domain that does not run. */
record DomainXml(Path file) {

  static DomainXml at(Path file) {
    return new DomainXml(file);
  }

  /** Removes an application, if it is there, and the servers' references to it. */
  void removeApplication(String name) throws IOException {
    Document document = read();
    boolean removed = remove(document, "application", "name", name);
    removed |= remove(document, "application-ref", "ref", name);
    if (removed) {
      write(document);
    }
  }

  private static boolean remove(Document document, String tag, String attribute, String value) {
    List<Element> found = new ArrayList<>();
    NodeList elements = document.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element
          && element.getAttribute(attribute).equals(value)) {
        found.add(element);
      }
    }
    found.forEach(element -> element.getParentNode().removeChild(element));
    return !found.isEmpty();
  }

  private Document read() throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is not readable: " + e.getMessage(), e);
    }
  }

  private void write(Document document) throws IOException {
    Path draft = file.resolveSibling("domain.xml.draft");
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.newTransformer().transform(new DOMSource(document), new StreamResult(draft.toFile()));
    } catch (TransformerException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
