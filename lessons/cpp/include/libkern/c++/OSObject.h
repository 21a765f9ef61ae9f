// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

class OSMetaClass;

/** What every IOKit object is: counted references, and `free()` at the last release. */
class OSObject {
public:
  virtual void retain() const;
  virtual void release() const;
  virtual int getRetainCount() const;

protected:
  OSObject();
  explicit OSObject(const OSMetaClass *metaClass);
  virtual ~OSObject();
  virtual bool init();
  virtual void free();
};

#define OSDeclareDefaultStructors(className)        \
public:                                             \
  className();                                      \
                                                    \
protected:                                          \
  explicit className(const OSMetaClass *metaClass); \
  ~className() override;                            \
                                                    \
private:

#define OSDeclareFinalStructors(className) OSDeclareDefaultStructors(className)

#define OSDefineMetaClassAndStructors(className, superclassName)                    \
  className::className() : superclassName() {}                                      \
  className::className(const OSMetaClass *metaClass) : superclassName(metaClass) {} \
  className::~className() {}

#define OSTypeAlloc(type) (new type)
#define OSDynamicCast(type, object) (dynamic_cast<type *>(object))

#define OSSafeReleaseNULL(object)                 \
  do {                                            \
    if ((object) != nullptr) (object)->release(); \
    (object) = nullptr;                           \
  } while (0)

template <typename Function, typename Object, typename Result, typename Class, typename... Arguments>
Function osMemberFunctionCast(const Object *object, Result (Class::*method)(Arguments...));

/** Turns a method into the C function that an event source calls with the object as its first argument. */
#define OSMemberFunctionCast(type, object, method) (osMemberFunctionCast<type>((object), (method)))
