/** The languages of the page. */
export type Locale = 'en' | 'zh-Hans';

/** What the page says around its tables. */
interface PageTexts {
  readonly frontMatter: string;
  readonly intro: string;
  /** Before the link to XNU's file. */
  readonly file: string;
  readonly columns: string;
  /** In place of tests, where only the library calls a method. */
  readonly library: string;
  /** In place of XNU's function, where there is no such method here. */
  readonly missing: string;
}

/** The page's own sentences; reasons why something differs stand in the table. */
export const texts: Readonly<Record<Locale, PageTexts>> = {
  en: {
    frontMatter: `title: What XNU does where
description: Class by class, which function of XNU each method of this course follows, which file has it, a test that calls it, and what differs.
sidebar_label: What XNU does where
sidebar_position: 1
slug: /reference/what-xnu-does-where
minutes: 3
keywords: [XNU, IOKit, IOWorkLoop, IOCommandGate, IOEventSource, source, conformance]`,
    intro: `# What XNU does where {/* #top */}

The classes of this course were written anew from what XNU's source does, tag xnu-11417.121.6. Class by class, this page says which function of XNU a method follows, one of our tests that call it, and what differs. The link above each table leads to XNU's file.

No person keeps this page: a program writes it from the methods' comments and the tests. A test of the project fails when the page is out of date, when a method does not name its function in XNU, or when no test calls it.

“Through the library” says that no test calls the method itself: the library does, on the way to what a test calls.`,
    file: 'XNU’s file: ',
    columns: '| Method | In XNU | A test | What differs |',
    library: 'through the library',
    missing: 'not here',
  },
  'zh-Hans': {
    frontMatter: `title: XNU 的哪段代码做什么
description: 逐个类说明：本课程的每个方法对应 XNU 的哪个函数，在哪个文件里，由哪个测试调用，有什么不同。
sidebar_label: XNU 的哪段代码做什么
sidebar_position: 1
slug: /reference/what-xnu-does-where
minutes: 3
keywords: [XNU, IOKit, IOWorkLoop, IOCommandGate, IOEventSource, 源代码, 一致性]`,
    intro: `# XNU 的哪段代码做什么 {/* #top */}

本课程的类，是照着 XNU 源代码（标签 xnu-11417.121.6）的行为重新写的。这一页逐个类说明：每个方法对应 XNU 的哪个函数，我们有哪个测试调用它，有什么不同。每张表上方的链接指向 XNU 的文件。

这一页没有人手工维护，由程序根据各方法的注释和测试生成。页面过时了，某个方法没有写明对应 XNU 的哪个函数，或者没有测试调用它，本项目就会有一个测试失败。

“由库调用”的意思是：没有测试直接调用这个方法，是测试调用别的方法时，库在途中调用了它。`,
    file: 'XNU 的文件：',
    columns: '| 方法 | 在 XNU 里 | 测试 | 有什么不同 |',
    library: '由库调用',
    missing: '这里没有',
  },
};
